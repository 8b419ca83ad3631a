import { isPlaceholderPassword } from '../placeholders.ts';
import { pieces } from '../shared-examples.ts';
import { credentialRule } from '../shared-rules.ts';
import { connectionKey } from './connection-key.ts';

const SQL = 'https://learn.microsoft.com/azure/azure-sql/database/logins-create-manage';

export const azureSqlPassword = connectionKey({
  kind: 'azure-sql-password',
  title: 'Azure SQL Database password',
  docs: SQL,
  literal: 'Password=',
  hostMembers: ['server', 'data source', 'address', 'addr', 'network address'],
  host: /\.database\.(?:windows\.net|chinacloudapi\.cn|usgovcloudapi\.net)$/,
  secret: /^[^\s;]{4,128}/,
  end: /["'<>\\`\r\n]/,
  isPlaceholder: isPlaceholderPassword,
  judge: () => ({
    grade: 'administrative',
    why: 'Server, user and password of the database stand together.',
    rule: 'azure-sql-password',
  }),
  rules: [
    credentialRule({
      id: 'azure-sql-password',
      title: 'Azure SQL Database password ships in the app',
      severity: 'critical',
      meaning: 'Whoever unpacks the app can sign in to the database with the rights of this user, often to all tables.',
      remediation: [
        'Change the password and close the server’s firewall to the internet.',
        'Put an API of yours between app and database; use Microsoft Entra authentication there.',
      ],
      references: [SQL],
    }),
  ],
  examples: [
    {
      text: `Server=tcp:acme-prod.database.windows.net,1433;Initial Catalog=orders;User ID=acmeadmin;Password=${pieces('T4k!', 'u9Zq#7')};Encrypt=True;`,
      gives: ['azure-sql-password'],
      why: 'ADO.NET connection string',
    },
    {
      text: `Data Source=acme-prod.database.windows.net;User ID=a;Password=${pieces('T4k!', 'u9Zq#7')}`,
      gives: ['azure-sql-password'],
      why: 'its other names',
    },
    {
      text: `Data Source=acme-prod.database.windows.net;User ID=a;Password=${pieces('OurNew', 'Company2024')};`,
      gives: ['azure-sql-password'],
      why: 'a few words in a row, as people choose them; only as a name they would be a placeholder',
    },
    {
      text: `Data Source=acme-prod.database.windows.net;User ID=a;Password=${pieces('9*aQ{7', 'tuZ!')};`,
      gives: ['azure-sql-password'],
      why: 'a password may hold what a template holds',
    },
    {
      text: 'Server=tcp:acme-prod.database.windows.net,1433;User ID=a;Password=***;',
      gives: [],
      why: 'masked',
    },
    {
      text: 'Server=tcp:acme-prod.database.windows.net,1433;User ID=a;Password=mypassword;',
      gives: [],
      why: 'a password of documentation',
    },
    {
      text: 'Server=tcp:acme-prod.database.windows.net,1433;User ID=a;Password=my-secret-password1;',
      gives: [],
      why: 'filler that says so',
    },
    {
      text: 'Server=tcp:acme-prod.database.windows.net,1433;User ID=a;Password={your_password};',
      gives: [],
      why: 'as the portal shows it',
    },
    { text: 'Server=localhost;User ID=sa;Password=T4kuka17;', gives: [], why: 'a database on the developer’s machine' },
  ],
});
