import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { Controller, Module, UseFilters } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, Server } from '@nestjs/microservices';
import { lastValueFrom, type Observable } from 'rxjs';
import { MessageErrorFilter } from './message-error.filter.js';

const gap = Object.assign(new Error('the checkpoint is at offset 7'), { seekTo: '7' });

@Controller()
@UseFilters(MessageErrorFilter)
class Topics {
  @EventPattern('topic')
  fail(batch: { topic: string }): Promise<void> {
    return Promise.reject(batch.topic === 'topic' ? gap : new Error('it was handed no batch'));
  }
}

@Module({ controllers: [Topics] })
class Root {}

class Handlers extends Server {
  listen(callback: () => void): void {
    callback();
  }
  close(): void {}
  on(): void {}
  unwrap<T>(): T {
    return this as unknown as T;
  }
}

test('the transport gets a handler’s error as it was thrown, with where to go back to', async () => {
  const strategy = new Handlers();
  const app = await NestFactory.createMicroservice(Root, { strategy, logger: false });
  await app.listen();
  const handled = (await strategy.getHandlerByPattern('topic')?.({ topic: 'topic' })) as Observable<never>;
  await expect(lastValueFrom(handled)).rejects.toBe(gap);
  await app.close();
});
