/** What `npm start` prints while the understanding is trained: the stage, and how far it has come. */

interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

const QUARTERS = 4;

/** Returns a function to call with steps done and steps in all. A terminal has one line that counts; a log has a line a quarter. */
export function createTrainingProgress(out: Output): (done: number, of: number) => void {
  return (done, of) => {
    if (done === 0) out.write('Learning to understand questions (only at the first start of a version)...\n');
    if (done < of) report(out, done, of);
    else out.write(`${out.isTTY === true ? '\r      \r' : ''}Learnt. Choosing what to answer, and when to ask...\n`);
  };
}

function report(out: Output, done: number, of: number): void {
  const share = `${Math.round((100 * done) / of)} %`;
  if (out.isTTY === true) out.write(`\r${share}`);
  else if (done > 0 && quarter(done, of) > quarter(done - 1, of)) out.write(`${share}\n`);
}

const quarter = (done: number, of: number): number => Math.floor((QUARTERS * done) / of);
