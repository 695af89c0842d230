import { createHash } from 'node:crypto';

/**
 * An effect's key as other systems see it: 32 hex digits. A key holds the id that a chat client gave its message, so as
 * it stands it could break out of a header or of a ServiceNow query.
 */
export function fingerprint(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
