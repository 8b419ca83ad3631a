import type { BackendDefinition } from '../backend.ts';
import { alibabaAccessKey } from './alibaba-access-key.ts';
import { backblazeB2, cloudflareR2, digitaloceanSpaces, ibmCos, linodeObjects, wasabi } from './american.ts';
import { alibabaOss, huaweiObs, tencentCos } from './asian.ts';
import { backblazeKey } from './backblaze-key.ts';
import { digitaloceanSpacesKey } from './digitalocean-spaces-key.ts';
import { hetznerObjects, ovhObjects, scaleway, yandexStorage } from './european.ts';
import { ibmCloudApiKey } from './ibm-cloud-api-key.ts';
import { dreamhostObjects, idriveE2, qiniuKodo, storj, vultrObjects } from './more-stores.ts';
import { oracleOci, oraclePar } from './oracle-oci.ts';
import { cloudflareR2Key, ibmCosKey } from './s3-hmac-keys.ts';
import { tencentSecretKey } from './tencent-secret-key.ts';
import { yandexAccessKey } from './yandex-access-key.ts';
import { yandexCloudKey } from './yandex-cloud-key.ts';

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
  digitaloceanSpacesKey,
  backblazeKey,
  cloudflareR2Key,
  ibmCosKey,
  ibmCloudApiKey,
  yandexAccessKey,
  yandexCloudKey,
];
