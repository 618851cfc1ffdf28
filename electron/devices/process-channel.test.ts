import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { portChannel, processChannel } from './process-channel.ts';

test('a message port of the desktop is a line: messages unwrapped, its end told once, also to latecomers', () => {
  const posted: unknown[] = [];
  const port = Object.assign(new EventEmitter(), {
    postMessage: (message: unknown) => posted.push(message),
    start: () => port.emit('message', { data: 'kept until started' }),
  });
  const channel = portChannel(port);
  const heard: unknown[] = [];
  channel.onMessage(message => heard.push(message));
  channel.onEnd(() => heard.push('end'));
  channel.post({ a: 1 });
  port.emit('message', { data: { b: 2 } });
  port.emit('close');
  port.emit('close');
  channel.onEnd(() => heard.push('late'));
  expect({ posted, heard }).toEqual({
    posted: [{ a: 1 }],
    heard: ['kept until started', { b: 2 }, 'end', 'late'],
  });
});

test('posting to a process that has just died is no error', () => {
  const peer = Object.assign(new EventEmitter(), {
    connected: false,
    send: () => {
      throw new Error('channel closed');
    },
  });
  expect(() => processChannel(peer).post({})).not.toThrow();
});
