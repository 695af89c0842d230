/** A dialog whose state type is hidden: stored states come in as JSON and pass the dialog's own schema first. */
import type { Context, Dialog, DialogName, Input, NumbersMeant, Opening, Reply, Settlement, Step } from '../../dialogs/dialog.ts';
import type { Frame } from './types.ts';

/** Null where the stored frame is of another version or shape: the dialog changed under a deploy. */
export interface RunnableDialog {
  readonly name: DialogName;
  readonly version: number;
  start(context: Context, opening: Opening): Step<unknown>;
  ask(frame: Frame, context: Context): Reply | null;
  numbersMeant(frame: Frame): NumbersMeant | null;
  step(frame: Frame, input: Input, context: Context): Step<unknown> | null;
  /** `undefined` where there is no way back. */
  back(frame: Frame): unknown;
  /** `undefined` where starting over is cancelling. */
  restarted(frame: Frame): unknown;
  /** What it hands over to Servicedesk; null where it has nothing to add. */
  handOver(frame: Frame, context: Context): Opening | null;
  /** The frame with what was told in another dialog meanwhile. */
  resumed(frame: Frame, context: Context): Frame;
  settled(frame: Frame, settlement: Settlement, context: Context): Step<unknown> | null;
  late(frame: Frame, context: Context): readonly Reply[] | null;
}

export function runnable<S>(dialog: Dialog<S>): RunnableDialog {
  const withState = <T>(frame: Frame, use: (state: S) => T): T | null => {
    if (frame.version !== dialog.version) return null;
    const parsed = dialog.state.safeParse(frame.state);
    return parsed.success ? use(parsed.data) : null;
  };
  return {
    name: dialog.name,
    version: dialog.version,
    start: (context, opening) => dialog.start(context, opening),
    ask: (frame, context) => withState(frame, (state) => dialog.ask(state, context)),
    numbersMeant: (frame) => withState(frame, (state) => dialog.numbersMeant?.(state) ?? null),
    step: (frame, input, context) => withState(frame, (state) => dialog.step(state, input, context)),
    back: (frame) => withState(frame, (state) => dialog.back(state)) ?? undefined,
    restarted: (frame) => withState(frame, (state) => dialog.restarted?.(state)) ?? undefined,
    handOver: (frame, context) => withState(frame, (state) => dialog.handOver?.(state, context) ?? null),
    resumed: (frame, context) => withState(frame, (state) => ({ ...frame, state: dialog.resumed?.(state, context) ?? state })) ?? frame,
    settled: (frame, settlement, context) => withState(frame, (state) => dialog.settled(state, settlement, context)),
    late: (frame, context) => withState(frame, (state) => dialog.late(state, context)),
  };
}
