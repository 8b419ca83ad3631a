import type { BackendDeclaration } from '../../model.ts';
import { findIdentityPools } from './cognito.ts';
import { findAppSync, findFunctionUrls, findHttpApis, findRestApis } from './endpoints.ts';
import { findOpenSearch } from './opensearch.ts';
import { findS3 } from './s3.ts';
import { findSamEndpoints } from './sam.ts';
import { type Found, type Stack, withConstruct } from './stack.ts';

const FINDERS: readonly ((stack: Stack) => readonly Found[])[] = [
  findS3,
  findIdentityPools,
  findAppSync,
  findOpenSearch,
  findFunctionUrls,
  findRestApis,
  findHttpApis,
  findSamEndpoints,
];

/** What a stack says of the backends that it makes or rules. */
export function judgeStack(stack: Stack): readonly BackendDeclaration[] {
  return declarationsOf(
    FINDERS.flatMap((find) => find(stack)),
    stack,
  );
}

export function declarationsOf(found: readonly Found[], stack: Stack): readonly BackendDeclaration[] {
  return found.flatMap(({ kind, name, verdicts }) =>
    verdicts.map((verdict): BackendDeclaration => {
      const { spot, ...rest } = withConstruct(verdict, stack);
      return { kind, ...(name === undefined ? {} : { name }), declaration: { ...spot, ...rest } };
    }),
  );
}
