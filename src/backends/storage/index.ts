import type { BackendDefinition } from '../backend.ts';
import { backblazeB2, cloudflareR2, digitaloceanSpaces, ibmCos, linodeObjects, wasabi } from './american.ts';
import { alibabaOss, huaweiObs, tencentCos } from './asian.ts';
import { hetznerObjects, ovhObjects, scaleway, yandexStorage } from './european.ts';

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
];
