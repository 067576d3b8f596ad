import { randomUUID } from 'node:crypto';
import type { Text } from '../base/text.js';
import { sendFault } from './channel.js';
import { createChannel } from './create-channel.js';
import type { NotifySettings, ChannelType } from './notify-settings.js';

export interface ChannelTrial {
  readonly channel: string;
  readonly type: ChannelType;
  /** `null`: it went out */
  readonly problem: Text | null;
  readonly milliseconds: number;
}

/** Sends a test notice over each channel, all at once. @param only the name of one, `null`: all */
export async function tryChannels(settings: NotifySettings, only: string | null): Promise<readonly ChannelTrial[]> {
  const chosen = settings.channels.filter(({ name }) => only === null || name === only);
  return Promise.all(
    chosen.map(async (channel): Promise<ChannelTrial> => {
      const begin = performance.now();
      let problem: Text | null;
      try {
        const now = new Date();
        const { site } = settings;
        const notice = {
          schema: 'sansou/notice/1',
          kind: 'test',
          id: randomUUID(),
          at: now.toISOString(),
          site,
        } as const;
        problem = await createChannel(channel, settings).send(notice, now);
      } catch (error) {
        problem = sendFault(error).text;
      }
      return {
        channel: channel.name,
        type: channel.type,
        problem,
        milliseconds: Math.round(performance.now() - begin),
      };
    }),
  );
}
