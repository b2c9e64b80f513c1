{{/* What is allowed and hardly meant; a line each, for NOTES.txt. */}}
{{- define "teams-availability.warnings" -}}
{{- $ids := list }}
{{- range $app := .Values.microsoft }}{{ with $app.clientId }}{{ $ids = append $ids . }}{{ end }}{{ end }}
{{- if not $ids }}
* No microsoft.<cloud>.clientId is set: neither service starts without an app registration.
{{- end }}
{{- if not .Values.database.secret }}
* database.secret is not set: the mapping-service asks PostgreSQL as postgres, without a password.
{{- else if not .Values.database.migration.secret }}
* database.migration.secret is not set: one database user serves and owns the tables, so a flaw in the mapping-service could show the technicians of one service desk to another. "From one database user to two" in docs/operations/authentication-and-tls.md says how to use two.
{{- end }}
{{- if not .Values.kafka.tls.enabled }}
* kafka.tls.enabled is false: who is on the network reads who is at work.
{{- end }}
{{- if and .Values.schemaRegistry.secret (hasPrefix "http:" .Values.schemaRegistry.url) }}
* schemaRegistry.secret is set, but schemaRegistry.url is http: who is on the network reads the password.
{{- end }}
{{- if and (eq .Values.enricher.autoscaling.kind "none") (eq (int .Values.enricher.replicas) 1) }}
* enricher.replicas is 1: while it moves to another node nobody answers.
{{- end }}
{{- if and (eq .Values.enricher.autoscaling.kind "none") (eq (int .Values.enricher.replicas) 0) }}
* enricher.replicas is 0: nobody answers.
{{- end }}
{{- if lt (int .Values.mappingService.replicas) 2 }}
* mappingService.replicas is {{ .Values.mappingService.replicas }}: its API is away while its node is.
{{- end }}
{{- if not (include "teams-availability.public.url" .) }}
* Neither mappingService.publicUrl nor an ingress with TLS is set: tenants can be connected through a port-forward only.
{{- else if and .Values.ingress.enabled (not .Values.ingress.tlsSecret) }}
* ingress.tlsSecret is not set: browsers keep the cookie of the consent flow only where something before the ingress speaks https.
{{- end }}
{{- if and .Values.ingress.enabled (not .Values.mappingService.trustedProxies) }}
* mappingService.trustedProxies is empty, but ingress.enabled is true: all clients of the ingress share the limits of one address.
{{- end }}
{{- if not .Values.enricher.state.persistent }}
* enricher.state.persistent is false: every start reads both tables again.
{{- end }}
{{- if lt (int .Values.kafka.minInsyncReplicas) 2 }}
* kafka.minInsyncReplicas is {{ .Values.kafka.minInsyncReplicas }}: one broker lost can lose requests and answers.
{{- end }}
{{- if .Values.operations.resetState.enabled }}
* operations.resetState.enabled is true: upgrade again without it, and with the enricher's replicas.
{{- end }}
{{- include "teams-availability.warnings.outside" . }}
{{- if not .Values.networkPolicy.enabled }}
* networkPolicy.enabled is false: every pod of the cluster can read health and metrics.
{{- end }}
{{- if not .Values.operations.createTopics }}
* operations.createTopics is false: the services stop at their start until somebody has created topics and schemas.
{{- end }}
{{- end }}

{{/* The policy drops what it does not admit without a word. */}}
{{- define "teams-availability.warnings.outside" -}}
{{- $api := .Values.networkPolicy.api }}
{{- if .Values.networkPolicy.enabled }}
{{- $addresses := dict }}
{{- range $api.peers }}{{ if .ipBlock }}{{ $addresses = .ipBlock }}{{ end }}{{ end }}
{{- $type := .Values.mappingService.service.type }}
{{- if and (ne $type "ClusterIP") (not $addresses) }}
* mappingService.service.type is {{ $type }}, but networkPolicy.api.peers has no ipBlock: requests from outside the cluster are refused.
{{- end }}
{{- if and .Values.ingress.enabled (not $api.namespaces) (not $api.peers) }}
* ingress.enabled is true, but networkPolicy.api admits nobody: name the namespace of the ingress controller.
{{- end }}
{{- end }}
{{- end }}
