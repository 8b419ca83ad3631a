import type { BackendDefinition } from '../backend.ts';
import { awsAccessKey } from './access-key.ts';
import { appsync } from './appsync.ts';
import { appsyncApiKey } from './appsync-api-key.ts';
import { awsBedrockKey } from './bedrock-key.ts';
import { cloudfront } from './cloudfront.ts';
import { cognitoClientSecret } from './cognito-client-secret.ts';
import { cognitoIdentityPool } from './cognito-identity-pool.ts';
import { cognitoUserPool } from './cognito-user-pool.ts';
import { dynamodb } from './dynamodb.ts';
import { apiGateway, lambdaUrl, s3AccessPoint, sqs } from './endpoints.ts';
import { awsPresignedUrl } from './presigned-url.ts';
import { s3 } from './s3.ts';

export const aws: readonly BackendDefinition[] = [
  s3,
  cognitoIdentityPool,
  cognitoUserPool,
  appsync,
  apiGateway,
  lambdaUrl,
  sqs,
  s3AccessPoint,
  dynamodb,
  cloudfront,
  awsAccessKey,
  awsPresignedUrl,
  awsBedrockKey,
  appsyncApiKey,
  cognitoClientSecret,
];
