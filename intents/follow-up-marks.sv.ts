/** Words that point back to what was just said, or that go on from it. Folded; English ones stand in follow-up-marks.en.ts. */
export const SWEDISH_MARKS: readonly string[] = ['den', 'det', 'da', 'de', 'dem', 'dom', 'dar', 'dit', 'sen', 'sedan', 'sa', 'och', 'men', 'o', 'nasta', 'sjalva'];
