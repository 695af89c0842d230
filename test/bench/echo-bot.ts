/** The baseline: the least that a bot on restify and the Bot Framework SDK can do. It keeps and understands nothing. */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();

server.use(restify.plugins.jsonBodyParser());
server.post('/api/messages', async (request, response) => {
  const { headers, method = 'POST' } = request;
  await adapter.process({ headers, method, body: request.body as Record<string, unknown> }, response, async (context) => {
    await context.sendActivity(`Echo: ${context.activity.text}`);
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  process.stdout.write(`The echo bot is ready. Open http://127.0.0.1:${port}\n`);
});
