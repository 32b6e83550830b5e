import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Up to when an account has seen the comments of an article. */
@Entity({ name: 'thread_visit' })
@Index('thread_visit_by_person', ['personId', 'articleId'])
export class ThreadVisitRow {
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ name: 'up_to', type: 'timestamptz' }) upTo!: string;
}
