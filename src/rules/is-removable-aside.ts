/** Whether what follows an item's link is an aside to it, “([code](…))” or “- words”, and can be taken out as it is. */
export function isRemovableAside(text: string): boolean {
  return /^(?:[-–—:]|\()/.test(text) && !/^[-–—:]\s*\[/.test(text) && !text.includes('\n');
}
