import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { readSections, type ReadSection } from '#read-models/section/read-sections.js';
import { jsonOf } from '../answers/json-of.js';
import type { WholeAnswer } from '../answers/whole-answer.js';
import { type Section, type SectionAnswer, SectionsAnswer } from './section.answers.js';

const writeSections = jsonOf(SectionsAnswer);

/** Sections, in their order. */
@Injectable()
export class Sections {
  constructor(private readonly pool: Pool) {}

  async list(): Promise<WholeAnswer> {
    const sections = (await readSections(this.pool)).map(present);
    return { json: Buffer.from(writeSections({ sections })) };
  }

  /** Undefined if there is none such. */
  async of(sectionId: string): Promise<z.infer<typeof SectionAnswer> | undefined> {
    const row = (await readSections(this.pool)).find((each) => each.sectionId === sectionId);
    return row && { section: present(row) };
  }
}

const present = ({ sectionId, closesAfter = null, ...section }: ReadSection): z.infer<typeof Section> => ({
  ...{ id: sectionId, ...section, commentsCloseAfterDays: closesAfter },
});
