import type { PublicAccessBlock, S3Bucket } from '../services/s3.ts';
import type { Setting } from '../services/verdict.ts';
import { UNKNOWN } from '../values.ts';
import { blockOf } from './aws-s3.ts';
import type { ModuleCall } from './module.ts';
import { attributeValue } from './resources.ts';
import { settingOf, type World } from './world.ts';

/** What the inputs of a registry module come to. */
export interface S3ModuleModel {
  readonly block: PublicAccessBlock;
  readonly ownership: S3Bucket['ownership'];
  readonly attachesPolicy: Setting;
}

/** terraform-aws-modules/s3-bucket, from the registry or from its repository. */
const SOURCE = /(?:^|\/)terraform-aws-modules\/(?:s3-bucket\/aws$|terraform-aws-s3-bucket(?:\.git)?(?:\?|$|\/\/))/;

/** Calls of the public S3 bucket module, with its defaults for the version that is asked for. */
export function s3BucketModules(world: World): readonly { readonly call: ModuleCall; readonly model: S3ModuleModel }[] {
  return world.calls
    .filter((call) => SOURCE.test(call.source) && settingOf(call, 'create_bucket', true) !== false)
    .map((call) => ({ call, model: modelOf(call) }));
}

function modelOf(call: ModuleCall): S3ModuleModel {
  const blocksByDefault = blocksPublicAccess(call);
  const controlsOwnership = settingOf(call, 'control_object_ownership', false);
  const ownership = attributeValue(call, 'object_ownership');
  return {
    block: blockOf(call, blocksByDefault, call.uncertain),
    ownership: controlsOwnership === true ? ownershipOf(ownership) : controlsOwnership === false ? 'unset' : 'unknown',
    // The policy input counts only when `attach_policy` is set.
    attachesPolicy: settingOf(call, 'attach_policy', false),
  };
}

function ownershipOf(value: unknown): S3Bucket['ownership'] {
  if (value === undefined) return 'BucketOwnerEnforced';
  if (value === UNKNOWN) return 'unknown';
  return value === 'ObjectWriter' || value === 'BucketOwnerPreferred' || value === 'BucketOwnerEnforced'
    ? value
    : 'unknown';
}

/** 3.9.0 (26 April 2023) turned the four switches on by default; its changelog says so. Without a version the newest is taken. */
function blocksPublicAccess({ version, source }: ModuleCall): boolean {
  const written = version ?? /[?&]ref=v?([\d.]+)/.exec(source)?.[1];
  const [, major, minor] = /(\d{1,4})(?:\.(\d{1,4}))?/.exec(written ?? '') ?? [];
  if (major === undefined) return true;
  // `~> 3.0` and `>= 3.0` take the newest of that line.
  if (/^\s*(?:>|~>\s*\d+(?:\.\d+)?\s*$)/.test(written ?? '')) return Number(major) >= 3;
  return Number(major) > 3 || (Number(major) === 3 && Number(minor ?? 0) >= 9);
}
