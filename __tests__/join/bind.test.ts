import { describe, expect, it } from 'vitest';
import { bind } from '../../src/join/bind.ts';
import type { BackendDeclaration } from '../../src/model.ts';

function declared(kind: string, path: string): BackendDeclaration {
  return { kind, declaration: { path, line: 1, audience: 'anyone', can: ['read'], state: 'open', why: 'it is open' } };
}

describe('declarations whose backend nothing names', () => {
  it('are one database for all migrations of a supabase folder', () => {
    const bound = bind(
      [
        declared('supabase', 'app/supabase/migrations/20260101000000_a.sql'),
        declared('supabase', 'app/supabase/migrations/20260102000000_b.sql'),
        declared('supabase', 'other/supabase/seed.sql'),
      ],
      [],
    );
    expect(bound.map(({ name }) => name)).toEqual(['app/supabase', 'app/supabase', 'other/supabase']);
  });

  it('are named by their file where one file rules all', () => {
    expect(bind([declared('firestore', 'firestore.rules')], []).map(({ name }) => name)).toEqual(['firestore.rules']);
  });
});
