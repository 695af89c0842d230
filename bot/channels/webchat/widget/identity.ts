/** Where the signed identity of the visitor comes from: the address of data-identity-url, or the host page's own code. */

/** A JWT, or null where nobody is logged in; may be asked for again when the last one runs out. */
export type IdentityProvider = () => string | null | Promise<string | null>;

/** Fetches the JWT, as the whole body of the answer, with the cookies of that site. */
export function identityFrom(url: string): IdentityProvider {
  return async () => {
    const response = await fetch(url, { credentials: 'include', cache: 'no-store' });
    return response.ok ? (await response.text()).trim() || null : null;
  };
}
