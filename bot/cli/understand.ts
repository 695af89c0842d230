/** `npm run understand`: each line of standard input as the first message of a new conversation. See the automation contract. */
import { answerLines } from '../channels/terminal/lines.ts';
import { understandLine, understandResult } from '../channels/terminal/understand-line.ts';
import { brainOptions, conversationSettings, loadBrain } from '../brain.ts';
import { loadEnvironment, readConfig } from '../config.ts';
import { converse } from '../conversation/converse.ts';
import { firstState } from '../conversation/state.ts';
import { maskedEvent } from '../turn.ts';
import { runCommand } from './exit.ts';

async function understand(): Promise<number> {
  const config = readConfig(loadEnvironment());
  const settings = conversationSettings(config);
  const brain = { ...(await loadBrain(brainOptions(config))), openRequests: [] };
  // The welcome is no part of the answer.
  const state = { ...firstState(), welcomed: true };
  await answerLines(process.stdin, process.stdout, understandLine, ({ id, text }) => {
    const at = new Date();
    const event = maskedEvent({ kind: 'said', text }, settings.maxMessageChars, { at });
    const turn = { id: 'understand', conversation: 'understand', channel: 'terminal', person: { id: 'understand', verified: false }, at, event } as const;
    const { trace, replies } = converse(state, turn, brain);
    return understandResult(id, trace, replies);
  });
  return 0;
}

runCommand(understand);
