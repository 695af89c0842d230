/** How a command ends when something is wrong: what the operator can mend is told without a stack. */
const EXPECTED: readonly string[] = ['ConfigError', 'KnowledgeError', 'CorpusError', 'StoreUnavailable', 'TeamsSettingsError', 'InvalidPackageError', 'UsageError', 'CopyRefused', 'BackupRefused'];

/** A command was called with words that it does not know. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Runs a command; prints what went wrong on standard error and sets the exit code. */
export function runCommand(command: () => Promise<number>): void {
  command().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`${explain(error)}\n`);
      process.exitCode = 1;
    },
  );
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return EXPECTED.includes(error.name) ? error.message : (error.stack ?? error.message);
}
