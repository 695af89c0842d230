/**
 * An identity is used in one conversation: whoever gets hold of a JWT that has been used cannot use it in another. Known in
 * this process only, and for as long as a JWT may live; behind several processes its short life is what is left.
 */
export interface ReplayGuard {
  /** Whether the JWT with this id may be used in the conversation; again in the same one, because pages are reloaded. */
  admit(jti: string, conversation: string, until: number): boolean;
}

export function createReplayGuard(now: () => Date): ReplayGuard {
  const used = new Map<string, { readonly conversation: string; readonly until: number }>();
  const forgetOld = (): void => {
    const at = now().getTime() / 1000;
    for (const [jti, { until }] of used) if (until < at) used.delete(jti);
  };
  return {
    admit: (jti, conversation, until) => {
      forgetOld();
      const before = used.get(jti);
      if (before !== undefined) return before.conversation === conversation;
      used.set(jti, { conversation, until });
      return true;
    },
  };
}
