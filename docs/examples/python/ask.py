"""Asks which technicians are available, and goes on without Teams if no answer comes in time."""

import io
import json
import os
import struct
import time
import uuid
from datetime import datetime, timedelta, timezone
from urllib.request import urlopen

import avro.io
import avro.schema
from confluent_kafka import Consumer, Producer, TopicPartition

KAFKA = os.environ.get("KAFKA_BOOTSTRAP_SERVERS", "localhost:9092")
REGISTRY = os.environ.get("SCHEMA_REGISTRY_URL", "http://localhost:8081") + "/apis/ccompat/v7"
PREFIX = os.environ.get("TOPIC_PREFIX", "")
REQUESTS, ANSWERS = PREFIX + "dispatch-requested", PREFIX + "candidate-availability"
SCHEMAS = {}  # a process that stays up looks each schema up once


def encode(subject, record):
    with urlopen(f"{REGISTRY}/subjects/{subject}/versions/latest") as answer:
        latest = json.load(answer)
    body = io.BytesIO()
    writer = avro.io.DatumWriter(avro.schema.parse(latest["schema"]))
    writer.write(record, avro.io.BinaryEncoder(body))
    return struct.pack(">bI", 0, latest["id"]) + body.getvalue()


def decode(value):
    _, schema_id = struct.unpack(">bI", value[:5])
    if schema_id not in SCHEMAS:
        with urlopen(f"{REGISTRY}/schemas/ids/{schema_id}") as answer:
            SCHEMAS[schema_id] = avro.schema.parse(json.load(answer)["schema"])
    reader = avro.io.DatumReader(SCHEMAS[schema_id])
    return reader.read(avro.io.BinaryDecoder(io.BytesIO(value[5:])))


def open_answers():
    """Stands at the end of every partition before the request is sent, so nothing is missed."""
    consumer = Consumer({
        "bootstrap.servers": KAFKA,
        "group.id": "unused",  # partitions are assigned by hand, nothing is committed
        "enable.auto.commit": False,
        "isolation.level": "read_committed",
    })
    topic = consumer.list_topics(ANSWERS).topics[ANSWERS]
    partitions = [TopicPartition(ANSWERS, number) for number in topic.partitions]
    for partition in partitions:
        partition.offset = consumer.get_watermark_offsets(partition)[1]
    consumer.assign(partitions)
    return consumer


def wait_for(answers, request_id, seconds):
    give_up = time.monotonic() + seconds
    while time.monotonic() < give_up:
        message = answers.poll(0.1)
        if message is None or message.error():
            continue
        answer = decode(message.value())
        if answer["requestId"] == request_id:
            return answer
    return None


answers = open_answers()
producer = Producer({
    "bootstrap.servers": KAFKA,
    "partitioner": "murmur2_random",  # as Java's, so that a desk stays on one partition
    "enable.idempotence": True,
})

now = datetime.now(timezone.utc)
request = {
    "requestId": str(uuid.uuid4()),
    "serviceDeskId": "northwind",
    "ticketId": "T-20417",
    "mode": "AI",
    "requestedAt": now,
    "respondBy": now + timedelta(seconds=2),
    "candidates": [{"technicianId": "anna"}, {"technicianId": "bert"}],
    "teamsAvailability": {"enabled": True, "rotaTeamIds": []},
}
producer.produce(REQUESTS, key=request["serviceDeskId"], value=encode(REQUESTS + "-value", request))
producer.flush()

answer = wait_for(answers, request["requestId"], seconds=3)
answers.close()
if answer is None:
    print("No answer in time: dispatch by the PSA alone, ignore a later one.")
else:
    print(answer["source"], "-", answer["runOutput"])
    for verdict in answer["candidates"]:
        advice = "blocked" if verdict["blocked"] else verdict["preference"]
        print(verdict["technicianId"], advice, "-", verdict["explanation"])
