/** A frame, the protocol's ActivitySet: what a poll answers and what a socket sends. */
import { toActivity, type Activity } from './activities.ts';
import type { WebchatDeps } from './deps.ts';
import type { Session } from './tokens.ts';

export interface Frame {
  readonly activities: readonly Activity[];
  readonly watermark: string;
}

/** The activities after a watermark, at most a page of them; the frame's watermark asks for the next ones. */
export async function readFrame({ conversation, user }: Session, watermark: number, { log, limits, botName }: WebchatDeps): Promise<Frame> {
  const rows = await log.read(conversation, watermark, limits.pageOfActivities);
  const activities = rows.map((row) => toActivity(row, { user, botName }));
  return { activities, watermark: String(rows.at(-1)?.seq ?? watermark) };
}
