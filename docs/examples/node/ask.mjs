// Asks which technicians are available, and goes on without Teams if no answer comes in time.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { Kafka, logLevel } from 'kafkajs';

const brokers = (process.env.KAFKA_BOOTSTRAP_SERVERS ?? 'localhost:9092').split(',');
const host = (process.env.SCHEMA_REGISTRY_URL ?? 'http://localhost:8081') + '/apis/ccompat/v7';
const prefix = process.env.TOPIC_PREFIX ?? '';
const requests = prefix + 'dispatch-requested';
const answers = prefix + 'candidate-availability';

const kafka = new Kafka({ clientId: 'dispatch-workflow', brokers, logLevel: logLevel.ERROR });
const registry = new SchemaRegistry({ host });
const requestId = randomUUID();

// The ends of all partitions are known before the request is sent, so that nothing is missed.
const admin = kafka.admin();
await admin.connect();
const ends = await admin.fetchTopicOffsets(answers);
await admin.disconnect();

// A process that stays up has one consumer; each instance has a group of its own.
const consumer = kafka.consumer({
  groupId: `dispatch-workflow-${randomUUID()}`,
  readUncommitted: false, // isolation.level=read_committed
});
await consumer.connect();
await consumer.subscribe({ topic: answers });
const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
const answered = new Promise((resolve) => {
  consumer.run({
    autoCommit: false,
    eachMessage: async ({ message }) => {
      const answer = await registry.decode(message.value);
      if (answer.requestId === requestId) resolve(answer);
    },
  });
});
ends.forEach(({ partition, offset }) => consumer.seek({ topic: answers, partition, offset }));
await joined;

const producer = kafka.producer({ idempotent: true });
await producer.connect();
const schema = await registry.getLatestSchemaId(requests + '-value');

const now = Date.now();
const request = {
  requestId,
  serviceDeskId: 'northwind',
  ticketId: 'T-20417',
  mode: 'AI',
  requestedAt: now,
  respondBy: now + 2_000,
  candidates: [{ technicianId: 'anna' }, { technicianId: 'bert' }],
  teamsAvailability: { enabled: true, rotaTeamIds: [] },
};
await producer.send({
  topic: requests,
  messages: [{ key: request.serviceDeskId, value: await registry.encode(schema, request) }],
});

const answer = await Promise.race([answered, setTimeout(3_000, null, { ref: false })]);
if (answer === null) {
  console.log('No answer in time: dispatch by the PSA alone, ignore a later one.');
} else {
  console.log(`${answer.source} - ${answer.runOutput}`);
  for (const { technicianId, blocked, preference, explanation } of answer.candidates) {
    console.log(`${technicianId} ${blocked ? 'blocked' : preference} - ${explanation}`);
  }
}
await Promise.all([producer.disconnect(), consumer.disconnect()]);
