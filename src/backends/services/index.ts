import type { BackendDefinition } from '../backend.ts';
import { amqpUri, mongodbUri, mysqlUri, postgresUri, redisUri } from './database-uris.ts';

export const services: readonly BackendDefinition[] = [mongodbUri, postgresUri, mysqlUri, redisUri, amqpUri];
