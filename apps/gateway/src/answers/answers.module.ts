import { Module } from '@nestjs/common';
import { BigAnswers } from './big-answers.js';

/** What answers have in common. */
@Module({ providers: [{ provide: BigAnswers, useFactory: () => new BigAnswers() }], exports: [BigAnswers] })
export class AnswersModule {}
