import { Module } from '@nestjs/common';
import { BigAnswers } from './big-answers.js';

/** What all answers share: limits of size, headers, schemas. */
@Module({ providers: [{ provide: BigAnswers, useFactory: () => new BigAnswers() }], exports: [BigAnswers] })
export class AnswersModule {}
