/** How people show in Swedish that they are angry or sad. Folded letters, whole words. */
export interface MoodWords {
  readonly anger: readonly string[];
  readonly sadness: readonly string[];
  /** Swearing that means well. */
  readonly praise: readonly string[];
}

export const swedish: MoodWords = {
  anger: [
    String.raw`javl(?:a|ar|igt?)|fan|helvete|skit(?:en|bot|program|kort|system|sak)?|forbannad|(?:sa|skit|jatte)? ?arg|irriterad|frustrer(?:ad|ande)|vardelos(?:t|a)?|(?:ar|for|sa) (?:\p{L}+ )?(?:dum(?:t)?|korkad|kass|usel|urusel)|idiot\p{L}*|less pa|trott pa (?:det|den|dig|skiten|allt)|hopplost?`,
    String.raw`(?:forstar|fattar) (?:ju )?(?:ingenting|inget|inte (?:nagot|nagonting))`,
  ],
  sadness: [String.raw`ledsen|grater|grata|stressad|panik|ger upp|orkar inte(?: mer| langre)?|fortvivlad|uppgiven|hjalplos`],
  praise: ['fan vad (?:bra|najs|skont)|javligt bra|tack(?: snalla)?|bra'],
};
