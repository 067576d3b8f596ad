import type { Nanoseconds } from '../base/time.js';
import { ACT_KEYS, type Act } from './act.js';
import type { City } from './city.js';
import { makeNoise } from './lan-noise.js';
import { playPing, playUdp } from './play-datagrams.js';
import { playTcp } from './play-tcp.js';
import type { Scene } from './scene.js';
import { setStage } from './stage.js';
import { after } from './tcp-conversation.js';

const PAUSE_SECONDS = 0.5;

/** Plays a script of acts, one after the other or at their times, into the scene. @throws RangeError for a faulty act */
export function play(scene: Scene, city: City, acts: readonly Act[]): void {
  let previousSeconds = 0;
  for (const act of acts) {
    const unknown = Object.keys(act).filter((key) => !ACT_KEYS.has(key));
    if (unknown.length > 0) throw new RangeError(`unknown word in an act: ${unknown.join(', ')}`);
    const startSeconds = act.at === undefined ? previousSeconds + PAUSE_SECONDS : seconds(act.at);
    previousSeconds = startSeconds;
    for (let turn = 0; turn < (act.times ?? 1); turn++) {
      playOnce(scene, city, act, after(scene.start, startSeconds + turn * (act.every ?? PAUSE_SECONDS)));
    }
  }
}

function playOnce(scene: Scene, city: City, act: Act, time: Nanoseconds): void {
  if (act.noise !== undefined) {
    if (act.from === undefined) throw new RangeError(`noise ${act.noise} needs "from"`);
    const { mac, vlan, to, name } = act;
    const heard = {
      ...(name === undefined ? {} : { name }),
      ...(mac === undefined ? {} : { mac }),
      ...(vlan === undefined ? {} : { vlan }),
    };
    const target = to === undefined ? {} : { to: city.register.addressOf(to) };
    return makeNoise(act.noise, { scene, city, time, from: city.register.addressOf(act.from), ...heard, ...target });
  }
  const line = act.tcp ?? act.udp ?? act.ping;
  if (line === undefined) throw new RangeError('an act is one of tcp, udp, ping, noise');
  const stage = setStage(scene, city, act, line, time);
  if (act.tcp !== undefined) return playTcp(stage);
  return act.udp === undefined ? playPing(stage) : playUdp(stage);
}

/** `90`, or `1:30` */
function seconds(at: number | string): number {
  if (typeof at === 'number') return at;
  const parts = /^(\d+):([0-5]\d(?:\.\d+)?)$/.exec(at);
  if (parts === null) throw new RangeError(`not a time: ${at}`);
  return Number(parts[1]) * 60 + Number(parts[2]);
}
