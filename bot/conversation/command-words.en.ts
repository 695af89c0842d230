/** The same in English. */
import type { CommandWords } from './command-words.sv.ts';

const SOMEONE = String.raw`(?:(?:a|an|the|some)? ?(?:real|actual|live|human)? ?(?:human(?: being)?|person|agent|operator|representative|support|it support|help ?desk|service ?desk)|someone|somebody)`;
const OWN_TICKET = String.raw`(?:my|the) (?:ticket|case|request|report)s?|et-?\d{3,}`;

export const english: CommandWords = {
  before: ['please', 'can you', 'could you', 'can i', 'can we', 'could i', 'may i', 'i want to', 'i want you to', "i'd like to", 'i would like to', 'i need to', 'let me', 'no', 'yes', 'well', 'oh', 'ok', 'okay', 'hi', 'hello', 'just', 'but', 'i need', 'i want'],
  after: ['please', 'thanks', 'now', 'instead', 'for me', 'right now'],
  commands: {
    'cancel-all': ['(?:cancel|stop|forget|quit) (?:everything|all of it|it all|all)'],
    cancel: [String.raw`cancel(?: (?:it|this|that|the ticket|the request))?|quit|exit|abort|stop|never ?mind|forget (?:it|about it|this)|i(?: have|'ve)? changed my mind|(?:it is |it's )?no longer needed`],
    call: ["i(?:'ll| will) call(?: (?:them|you|myself))?"],
    leave: ['good ?bye', 'bye', 'bye bye', 'see you'],
    back: ['(?:go )?back(?: (?:one|a) step)?', 'previous(?: (?:step|question))?', 'one step back'],
    restart: ['start over', 'start again', 'restart'],
    repeat: ['repeat(?: (?:it|that|the question))?', '(?:say|ask) (?:it|that) again', 'again', 'what was the question'],
    wait: ['wait(?: (?:a (?:moment|second|sec|minute|bit)))?', 'hold on', '(?:one|just a|give me a) (?:moment|second|sec|minute)'],
    help: ['help(?: me)?', 'menu', 'what can you do(?: for me)?'],
    identity: [String.raw`are you (?:a |an )?(?:real )?(?:robot|bot|chatbot|human|person|ai|machine|chatgpt|real)|is this a (?:robot|bot|human|real person)|who are you|what are you|what(?:'s| is) your name|how are you|am i (?:talking|chatting) (?:to|with) a (?:robot|bot|human|person|real person)`],
    person: [
      String.raw`(?:talk|speak|chat|get in touch|write)(?: directly)? (?:to|with) ${SOMEONE}(?: (?:at|from) servicedesk)?`,
      String.raw`(?:contact|call|reach|connect me (?:to|with)|transfer me to|get me|give me|put me through to|help from) ${SOMEONE}`, '(?:can )?(?:a |an |some)?(?:real )?(?:person|human|one) help me', '(?:write|create|open|make|submit|log|raise) (?:a |an )?(?:new )?(?:ticket|case|support ticket|incident)',
    ],
    erase: [String.raw`(?:delete|erase|remove|forget) (?:all )?(?:my (?:personal )?(?:data|information|details)|everything (?:you (?:have|know) )?about me|(?:this|the|our) (?:chat|conversation)|me)`],
    status: [String.raw`(?:how is|how's|what is happening with|what's happening with|what happened (?:to|with)|any news (?:about|on)|has anyone looked at) (?:${OWN_TICKET})(?: (?:going|doing))?`, String.raw`(?:(?:what is |what's )?the )?status (?:of|on|for) (?:${OWN_TICKET})`, String.raw`status et-?\d{3,}|(?:show |see |list )?my tickets?`],
    amend: [String.raw`(?:delete|close|change|edit|withdraw|cancel) (?:my ticket|my case|et-?\d{3,})`],
    'to-swedish': ['(?:in )?swedish', '(?:speak|write) swedish'],
    'to-english': ['(?:in )?english', '(?:we )?(?:speak|write|switch to)(?: in)? english', 'do you speak english'],
  },
  someone: ['(?:a |an )?(?:real |live )?(?:human(?: being)?|person|agent|operator|representative|live chat|it support|support|help ?desk|service ?desk)'],
  callMe: ['(?:please )?call me(?: (?:back|on|at) .+)?'],
  howItGoes: ['status', 'how is it going', 'how did it go', 'what is happening', "what's happening", 'any news', 'is it done'],
  confused: ["(?:i )?(?:don'?t|do not) (?:understand|get it)", 'what do you mean', 'what does that mean'],
  both: ['both', 'and', 'also'],
  solved: ["it (?:works|is working)(?: now| again)?|i (?:solved|fixed) it(?: myself)?|it(?:'s| is)? (?:solved|fixed)(?: itself)?"],
};
