/** A message for people, in both languages that sansou speaks. */
export interface Text {
  readonly ja: string;
  readonly en: string;
}

export type Language = 'ja' | 'en';
