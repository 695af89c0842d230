/**
 * How far a typed word is from a meant one: optimal string alignment (Damerau 1964, Levenshtein 1966), where the slips
 * that Swedish writers make cost less than a whole edit: doubled consonants, letters of one sound, keyboard neighbours.
 */
const SAME_SOUND = ['aeo', 'ckqsz', 'gj', 'dt', 'vf', 'iy', 'ou', 'bp'];
const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

const cheap = new Map<string, number>();
for (const letters of SAME_SOUND) for (const a of letters) for (const b of letters) cheap.set(a + b, 0.6);
for (const row of KEYBOARD) {
  for (let i = 1; i < row.length; i++) {
    const pair = row.slice(i - 1, i + 1);
    for (const key of [pair, pair.split('').reverse().join('')]) if (!cheap.has(key)) cheap.set(key, 0.8);
  }
}

const DOUBLED = 0.5;
const SWAPPED = 0.7;

/** Cost of an insertion or a deletion at `at`: little where the letter only doubles its neighbour. */
const gap = (word: string, at: number): number => (word[at] === word[at - 1] || word[at] === word[at + 1] ? DOUBLED : 1);

export function slipDistance(typed: string, meant: string): number {
  let before: number[] = [];
  let above: number[] = [0];
  for (let j = 0; j < meant.length; j++) above.push((above[j] ?? 0) + gap(meant, j));
  for (let i = 0; i < typed.length; i++) {
    const row = [(above[0] ?? 0) + gap(typed, i)];
    for (let j = 0; j < meant.length; j++) {
      const a = typed[i] ?? '';
      const b = meant[j] ?? '';
      const change = a === b ? 0 : (cheap.get(a + b) ?? 1);
      let cost = Math.min((above[j] ?? 0) + change, (above[j + 1] ?? 0) + gap(typed, i), (row[j] ?? 0) + gap(meant, j));
      if (i > 0 && j > 0 && a === meant[j - 1] && typed[i - 1] === b) cost = Math.min(cost, (before[j - 1] ?? 0) + SWAPPED);
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[meant.length] ?? 0;
}
