import type { Act } from './act.js';
import { prohibit } from './refusals.js';
import type { Stage } from './stage.js';
import { TcpConversation, type Party } from './tcp-conversation.js';

const THINKING_SECONDS = 0.03;
/** Windows and Linux repeat an unanswered SYN after one, then two, then four seconds. */
const SYN_WAITS = [1, 2, 4];
const LATER_SYN_WAIT = 8;

/** A connection, or what becomes of the attempt. */
export function playTcp(stage: Stage): void {
  const { scene, act, initiator, responder, time, turns, device } = stage;
  const talk = new TcpConversation(
    scene,
    { initiator, responder: device === undefined ? responder : inName(device, responder) },
    time,
  );
  if (act.start === 'midstream') return say(talk, act, turns);
  const answer = act.answer ?? 'data';
  const syns = act.syns ?? (answer === 'silence' ? 3 : 1);
  talk.syn();
  for (let repeat = 1; repeat < syns; repeat++) talk.wait(SYN_WAITS[repeat - 1] ?? LATER_SYN_WAIT).syn();
  if (answer === 'silence') return;
  if (answer === 'prohibit') return prohibit(stage, talk.lastSent, talk.now);
  if (answer === 'refuse') return void talk.refuse();
  talk.accept().acknowledge();
  if (answer === 'data') say(talk, act, turns);
  if (act.end === 'reset') talk.reset('initiator');
  else if (act.end !== 'open') talk.close();
}

function say(talk: TcpConversation, { resend = false }: Act, turns: Stage['turns']): void {
  for (const { by, data } of turns) {
    talk.wait(THINKING_SECONDS).say(by, data);
    if (resend && data.length > 0) talk.repeat(by, data);
  }
}

/** A firewall that resets a connection does so with the address of the host that it protects. */
function inName(device: Party, host: Party): Party {
  return { ...device, address: host.address, port: host.port };
}
