{{/* Kafka and the registry, for one principal: (list . IDENTITY) */}}
{{- define "teams-availability.kafka.env" -}}
{{- $root := first . -}}{{- $identity := last . -}}
{{- $kafka := $root.Values.kafka -}}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ $kafka.bootstrapServers | quote }}
{{- with $kafka.topicPrefix }}
- name: TOPIC_PREFIX
  value: {{ . | quote }}
{{- end }}
- name: SCHEMA_REGISTRY_URL
  value: {{ $root.Values.schemaRegistry.url | quote }}
{{- with $root.Values.schemaRegistry }}
{{- if .secret }}
{{ include "teams-availability.env.secret" (list "SCHEMA_REGISTRY_USER" .secret .userKey) }}
{{ include "teams-availability.env.secret" (list "SCHEMA_REGISTRY_PASSWORD" .secret .passwordKey) }}
{{- end }}
{{- if .ca.secret }}
- name: SCHEMA_REGISTRY_CA
  value: /etc/teams-availability/schema-registry/ca.crt
{{- end }}
{{- end }}
{{- with include "teams-availability.kafka.protocol" $root }}
- name: KAFKA_SECURITY_PROTOCOL
  value: {{ . }}
{{- end }}
{{- if $kafka.tls.enabled }}
{{- include "teams-availability.kafka.env.tls" . }}
{{- end }}
{{- if $kafka.sasl.mechanism }}
{{- include "teams-availability.kafka.env.sasl" . }}
{{- end }}
{{- end }}

{{- define "teams-availability.kafka.protocol" -}}
{{- if and .Values.kafka.tls.enabled .Values.kafka.sasl.mechanism -}}SASL_SSL
{{- else if .Values.kafka.tls.enabled -}}SSL
{{- else if .Values.kafka.sasl.mechanism -}}SASL_PLAINTEXT
{{- end -}}
{{- end }}

{{/* The Secrets of a principal, its own before the common ones: (list . IDENTITY) */}}
{{- define "teams-availability.kafka.clientSecret" -}}
{{- (last .).clientSecret | default (first .).Values.kafka.tls.client.secret -}}
{{- end }}
{{- define "teams-availability.kafka.jaasSecret" -}}
{{- (last .).jaasSecret | default (first .).Values.kafka.sasl.jaas.secret -}}
{{- end }}

{{- define "teams-availability.kafka.env.tls" -}}
{{- $trust := (first .).Values.kafka.tls.trust -}}{{- $client := (first .).Values.kafka.tls.client -}}
{{- $secret := include "teams-availability.kafka.clientSecret" . -}}
{{- if $trust.secret }}
- name: KAFKA_SECURITY_SSL_TRUSTSTORE_TYPE
  value: {{ $trust.type }}
- name: KAFKA_SECURITY_SSL_TRUSTSTORE_LOCATION
  value: /etc/teams-availability/kafka/trust/{{ $trust.key }}
{{- with $trust.passwordKey }}
{{ include "teams-availability.env.secret" (list "KAFKA_SECURITY_SSL_TRUSTSTORE_PASSWORD" $trust.secret .) }}
{{- end }}
{{- end }}
{{- if $secret }}
- name: KAFKA_SECURITY_SSL_KEYSTORE_TYPE
  value: {{ $client.type }}
{{- if eq $client.type "PEM" }}
{{ include "teams-availability.env.secret" (list "KAFKA_SECURITY_SSL_KEYSTORE_CERTIFICATE_CHAIN" $secret $client.certificateKey) }}
{{ include "teams-availability.env.secret" (list "KAFKA_SECURITY_SSL_KEYSTORE_KEY" $secret $client.privateKeyKey) }}
{{- with $client.passwordKey }}
{{ include "teams-availability.env.secret" (list "KAFKA_SECURITY_SSL_KEY_PASSWORD" $secret .) }}
{{- end }}
{{- else }}
- name: KAFKA_SECURITY_SSL_KEYSTORE_LOCATION
  value: /etc/teams-availability/kafka/client/{{ $client.keyStoreKey }}
{{ include "teams-availability.env.secret" (list "KAFKA_SECURITY_SSL_KEYSTORE_PASSWORD" $secret $client.passwordKey) }}
{{- end }}
{{- end }}
{{- end }}

{{- define "teams-availability.kafka.env.sasl" -}}
{{- $sasl := (first .).Values.kafka.sasl }}
- name: KAFKA_SECURITY_SASL_MECHANISM
  value: {{ $sasl.mechanism }}
{{ include "teams-availability.env.secret" (list "KAFKA_SECURITY_SASL_JAAS_CONFIG" (include "teams-availability.kafka.jaasSecret" .) $sasl.jaas.key) }}
{{- if eq $sasl.mechanism "OAUTHBEARER" }}
- name: KAFKA_SECURITY_SASL_LOGIN_CALLBACK_HANDLER_CLASS
  value: org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler
- name: KAFKA_SECURITY_SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL
  value: {{ $sasl.oauth.tokenEndpoint | quote }}
{{- end }}
{{- end }}

{{/* (list NAME SECRET KEY) */}}
{{- define "teams-availability.env.secret" -}}
- name: {{ first . }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 | quote }}
      key: {{ last . | quote }}
{{- end }}

{{/* The stores that Kafka reads from files: (list . IDENTITY), empty where there are none */}}
{{- define "teams-availability.kafka.sources" -}}
{{- $tls := (first .).Values.kafka.tls -}}
{{- $secret := include "teams-availability.kafka.clientSecret" . -}}
{{- if $tls.enabled }}
{{- if $tls.trust.secret }}
- secret:
    name: {{ $tls.trust.secret | quote }}
    items:
      - key: {{ $tls.trust.key | quote }}
        path: trust/{{ $tls.trust.key }}
{{- end }}
{{- if and $secret (ne $tls.client.type "PEM") }}
- secret:
    name: {{ $secret | quote }}
    items:
      - key: {{ $tls.client.keyStoreKey | quote }}
        path: client/{{ $tls.client.keyStoreKey }}
{{- end }}
{{- end }}
{{- end }}

{{- define "teams-availability.kafka.volumes" -}}
{{- with include "teams-availability.kafka.sources" . }}
- name: kafka
  projected:
    defaultMode: 288 # 0440
    sources:
      {{- include "teams-availability.lines" (list 6 .) }}
{{- end }}
{{- end }}

{{- define "teams-availability.kafka.mounts" -}}
{{- if include "teams-availability.kafka.sources" . }}
- name: kafka
  mountPath: /etc/teams-availability/kafka
  readOnly: true
{{- end }}
{{- end }}
