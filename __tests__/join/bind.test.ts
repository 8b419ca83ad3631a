import { describe, expect, it } from 'vitest';
import { bind } from '../../src/join/bind.ts';
import type { BackendDeclaration } from '../../src/model.ts';

function declared(kind: string, path: string, more: Partial<BackendDeclaration> = {}): BackendDeclaration {
  return {
    ...more,
    kind,
    declaration: { path, line: 1, audience: 'anyone', can: ['read'], state: 'open', why: 'it is open' },
  };
}

describe('declarations whose backend nothing names', () => {
  it('are one database for all migrations of a supabase folder', () => {
    const bound = bind(
      [
        declared('supabase', 'app/supabase/migrations/20260101000000_a.sql', { folder: 'app/supabase' }),
        declared('supabase', 'app/supabase/migrations/20260102000000_b.sql', { folder: 'app/supabase' }),
        declared('supabase', 'other/supabase/seed.sql', { folder: 'other/supabase' }),
      ],
      [],
    );
    expect(bound.map(({ name }) => name)).toEqual(['app/supabase', 'app/supabase', 'other/supabase']);
  });

  it('mean only those whose names contain what the config calls them', () => {
    const mention = (name: string) => ({
      type: 'backend' as const,
      kind: 's3',
      name,
      place: { origin: 'artifact' as const, path: 'app.apk' },
    });
    const mentions = [mention('shopphotos1a2b-dev'), mention('static-site')];
    const photos = declared('s3', 'amplify/backend/storage/photos/cli-inputs.json', { stem: 'shopphotos' });
    expect(bind([photos], mentions).map(({ name }) => name)).toEqual(['shopphotos1a2b-dev']);
    expect(bind([{ ...photos, stem: 'other', folder: 'amplify/x' }], mentions).map(({ name }) => name)).toEqual([
      'amplify/x',
    ]);
  });

  it('are named by their file where one file rules all', () => {
    expect(bind([declared('firestore', 'firestore.rules')], []).map(({ name }) => name)).toEqual(['firestore.rules']);
  });
});
