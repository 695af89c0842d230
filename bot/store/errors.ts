/** Why the database cannot serve. `locked`, `slow` and `unreachable` may pass by themselves; the others need an operator. */
export type UnavailableReason = 'cannot-open' | 'unreachable' | 'locked' | 'slow' | 'disk-full' | 'read-only' | 'damaged' | 'failing-disk' | 'schema';

/**
 * The database cannot be opened, read or written. Nothing of the failed call was stored, except that after `unreachable` a
 * commit may have gone through whose answer was lost: repeating the call is safe, as every call of the store is known by
 * its key. The message names the remedy.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** A stored row does not have the shape that this version writes: another program or a later version wrote it. */
export class StoredDataInvalid extends Error {
  override readonly name = 'StoredDataInvalid';
  /** Table, column and key of the value. */
  readonly place: string;

  /** `fault` must not quote the value: it may hold what a person wrote, and messages of errors reach the log. */
  constructor(place: string, fault: string) {
    super(`${place} cannot be read: ${fault}. Restore the row from a backup, or run the version that wrote it.`);
    this.place = place;
  }
}

/** Every reference that was tried is taken. */
export class NoFreeReference extends Error {
  override readonly name = 'NoFreeReference';

  constructor(tries: number) {
    super(`No free ticket reference was found in ${tries} tries. Delete tickets that are past their retention, or widen the reference.`);
  }
}
