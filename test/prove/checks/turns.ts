/** Every acknowledged message stands once, in the order of the person, each with its answer before the next one. */
import type { Conversation } from '../conversation.ts';
import type { Check } from '../evidence.ts';
import type { HeldMessage } from '../held.ts';

export const checkTurns: Check = ({ conversations, held }) =>
  conversations.flatMap((conversation) => faultsOf(conversation, held.messages.get(conversation.line.conversation) ?? []).map((what) => ({ conversation, what })));

function faultsOf(conversation: Conversation, messages: readonly HeldMessage[]): readonly string[] {
  return [...conversation.refused, ...gaps(messages), ...acknowledgements(conversation, messages), ...order(conversation, messages), ...answers(messages)];
}

function gaps(messages: readonly HeldMessage[]): readonly string[] {
  return messages.some(({ seq }, index) => seq !== index + 1) ? ['the numbers of the messages have gaps'] : [];
}

/** A repetition is acknowledged as the first time; the web chat's acknowledgement names the message's place. */
function acknowledgements({ sent, line }: Conversation, messages: readonly HeldMessage[]): readonly string[] {
  return sent.flatMap(({ turn, acknowledgements: all }) => {
    const different = new Set(all);
    if (different.size !== 1) return [`${turn} was acknowledged as ${[...different].join(' and ') || 'nothing'}`];
    if (line.channel !== 'webchat') return [];
    const own = messages.find((message) => message.turn === turn && message.sender === 'user');
    const place = `${line.conversation}|${String(own?.seq ?? 0).padStart(7, '0')}`;
    return different.has(place) ? [] : [`${turn} was acknowledged as ${[...different].join()} and stands at ${place}`];
  });
}

function order({ sent }: Conversation, messages: readonly HeldMessage[]): readonly string[] {
  const said = messages.filter(({ sender }) => sender === 'user').map(({ turn }) => turn);
  const meant = new Map(sent.map(({ turn, moment }) => [turn, moment]));
  const moments = said.map((turn) => meant.get(turn) ?? -1);
  return [
    ...[...meant.keys()].filter((turn) => !said.includes(turn)).map((turn) => `${turn} was acknowledged and is lost`),
    ...(new Set(said).size < said.length ? ['a message stands twice'] : []),
    ...(moments.includes(-1) ? ['a message stands that nobody has sent'] : []),
    ...(moments.some((moment, index) => moment < (moments[index - 1] ?? 0)) ? ['messages stand in another order than they were sent'] : []),
  ];
}

function answers(messages: readonly HeldMessage[]): readonly string[] {
  const runs = messages.filter(({ turn }, index) => turn !== messages[index - 1]?.turn).map(({ turn }) => turn);
  const unanswered = messages.filter(({ sender, turn }, index) => sender === 'user' && !(messages[index + 1]?.turn === turn && messages[index + 1]?.sender === 'bot'));
  return [...(new Set(runs).size < runs.length ? ['the answers of two turns are mixed'] : []), ...unanswered.map(({ seq }) => `message ${seq} has no answer`)];
}
