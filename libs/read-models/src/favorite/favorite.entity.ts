import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An article is among the favourites of an account. */
@Entity({ name: 'favorite' })
@Index('favorite_by_person', ['personId', 'articleId'])
export class FavoriteRow {
  @PrimaryColumn({ name: 'article_id', type: 'uuid' }) articleId!: string;
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId!: string;
  @Column({ name: 'favorited_at', type: 'timestamptz' }) favoritedAt!: string;
}
