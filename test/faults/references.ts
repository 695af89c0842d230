/** Ticket references that count up, the same in every run; the store passes over those that an earlier process took. */
export function counted(): () => string {
  let count = 0;
  return () => `ET-${String((count += 1)).padStart(6, '0')}`;
}
