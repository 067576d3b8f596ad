import { createCommandChannel } from './command-channel.js';
import type { Channel } from './channel.js';
import { createEmailChannel } from './email-channel.js';
import type { ChannelSettings, NotifySettings } from './notify-settings.js';
import { createSyslogChannel } from './syslog-channel.js';
import { createWebhookChannel } from './webhook-channel.js';

export function createChannel(channel: ChannelSettings, { language, timezone }: NotifySettings): Channel {
  const spoken = channel.language ?? language;
  switch (channel.type) {
    case 'syslog':
      return createSyslogChannel(channel, spoken, timezone);
    case 'webhook':
      return createWebhookChannel(channel, spoken, timezone);
    case 'email':
      return createEmailChannel(channel, spoken, timezone);
    case 'command':
      return createCommandChannel(channel, spoken, timezone);
  }
}
