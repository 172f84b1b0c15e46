/** What was established about the page behind an address. Plain data; every text in it comes from outside. */
export type PageFacts = Page | Unreachable | Refused | Unverified;

/** A page answered, and this is what it says. */
export interface Page {
  readonly kind: 'page';
  readonly evidence: Evidence;
  readonly content: PageContent;
}

/** There is nothing behind the address, whoever asks. */
export interface Unreachable {
  readonly kind: 'unreachable';
  readonly reason: 'not-found' | 'gone' | 'no-such-host' | 'certificate';
  readonly evidence: Evidence;
}

/** We do not go there, because of what the address is or where it leads. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: 'scheme' | 'port' | 'credentials' | 'address' | 'malformed';
  readonly evidence: Evidence;
}

/** Nobody can tell from here: trouble on the way or a site that does not talk to programs. Never a finding. */
export interface Unverified {
  readonly kind: 'unverified';
  readonly reason: 'denied' | 'server' | 'time-out' | 'network' | 'too-large' | 'redirects' | 'unreadable';
  readonly evidence: Evidence;
}

export interface Evidence {
  /** As it was asked for. */
  readonly url: string;
  /** Where the redirects ended, or broke off. */
  readonly finalUrl: string;
  /** Whether every redirect on the way said that it is for good; true where there was none. */
  readonly isPermanent: boolean;
  /** Of the last answer; undefined where none came. */
  readonly status: number | undefined;
  /** When it was asked, ISO 8601. */
  readonly checkedAt: string;
}

/** What a page says of itself, cut to a bounded length. */
export interface PageContent {
  /** `text/html`, in small letters, without parameters. */
  readonly mediaType: string;
  readonly titles: PageTitles;
  /** rel=canonical, absolute; undefined where there is none, or several that differ. */
  readonly canonical: string | undefined;
  /** The language that `<html lang>` names, `en` of `en-GB`. */
  readonly language: string | undefined;
  /** The language that its words are in, where that was looked at and is sure. */
  readonly detectedLanguage: string | undefined;
  /** What the page is for: something to watch, or to listen to. */
  readonly medium: 'video' | 'audio' | undefined;
  /** False where the page itself says that one has to pay or to log in. */
  readonly isFree: boolean | undefined;
  /** YYYY-MM-DD */
  readonly publishedOn: string | undefined;
  /** Which part of the text that was read is code, from 0 to 1; undefined where hardly any text was read. */
  readonly codeShare: number | undefined;
  /** Some of its words, for telling the language. */
  readonly sample: string;
}

/** The names that a page gives itself, white space collapsed. */
export interface PageTitles {
  readonly openGraph: string | undefined;
  readonly document: string | undefined;
  readonly heading: string | undefined;
  readonly site: string | undefined;
}

/** Facts and issues that a review may look at. */
export interface PageKnowledge {
  /** By address as written. */
  readonly facts: ReadonlyMap<string, PageFacts>;
  /** Issues of code hosts by address as written; one that GitHub did not show is missing. */
  readonly issues: ReadonlyMap<string, IssueFacts>;
  /** Addresses that are still being read. */
  readonly pending: number;
  /** Addresses beyond the number that one review reads. */
  readonly unread: number;
}

/** How to name an issue of a code host. */
export interface IssueRef {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
}

/** What GitHub says about an issue that newcomers are to take up. */
export interface IssueFacts {
  readonly isOpen: boolean;
  readonly title: string;
  readonly labels: readonly string[];
  readonly repository: {
    readonly isArchived: boolean;
    /** SPDX id; `NOASSERTION` where there is a licence that GitHub does not know; undefined where there is none. */
    readonly licence: string | undefined;
    readonly hasContributionGuide: boolean;
  };
}
