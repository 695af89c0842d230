import { remember, say, type Scene } from './scene.ts';
import type { Reply } from './types.ts';

/** Says a reply outside the dialogs and remembers its choices, so that typed text can pick one. `unclear`: the message that it asks about. */
export function offer(scene: Scene, reply: Reply, unclear: string | null = null): Scene {
  return say(remember(scene, { offered: reply.choices ?? [], unclear }), reply);
}
