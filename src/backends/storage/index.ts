import type { BackendDefinition } from '../backend.ts';
import { backblazeB2, cloudflareR2, digitaloceanSpaces, ibmCos, linodeObjects, wasabi } from './american.ts';
import { alibabaOss, huaweiObs, tencentCos } from './asian.ts';
import { alibabaAccessKey, tencentSecretKey } from './cloud-keys.ts';
import { hetznerObjects, ovhObjects, scaleway, yandexStorage } from './european.ts';
import { dreamhostObjects, idriveE2, qiniuKodo, storj, vultrObjects } from './more-stores.ts';
import { oracleOci, oraclePar } from './oracle-oci.ts';

export const storage: readonly BackendDefinition[] = [
  digitaloceanSpaces,
  wasabi,
  backblazeB2,
  cloudflareR2,
  linodeObjects,
  scaleway,
  ovhObjects,
  hetznerObjects,
  alibabaOss,
  tencentCos,
  huaweiObs,
  ibmCos,
  yandexStorage,
  oracleOci,
  dreamhostObjects,
  vultrObjects,
  idriveE2,
  qiniuKodo,
  storj,
  oraclePar,
  alibabaAccessKey,
  tencentSecretKey,
];
