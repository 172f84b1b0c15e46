const CODES =
  'AL AK AZ AR CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VT WA WI WV WY';

/** The states of the United States by their postal codes, the capital's district and Puerto Rico among them. */
export const usStates: ReadonlySet<string> = new Set(CODES.split(' '));
