{{/* A pod that runs one command of the enricher's image: (dict "root" . "name" NAME "args" ARGS) */}}
{{- define "teams-availability.operations.pod" -}}
{{- include "teams-availability.pod.common" (list .root "operations") }}
restartPolicy: Never
{{ include "teams-availability.operations.containers" (dict "root" .root "name" .name "entry" "args" "words" .args) }}
{{- end }}

{{/* The enricher's image as an operator: (dict "root" . "name" NAME "entry" "args" or "command" "words" WORDS) */}}
{{- define "teams-availability.operations.containers" -}}
{{- $root := .root -}}
{{- $who := list $root $root.Values.operations.kafkaIdentity -}}
{{- $enricher := $root.Values.enricher -}}
{{- with trim (include "teams-availability.pod.placement" $enricher) }}{{ . }}
{{ end -}}
containers:
  - name: {{ .name }}
    {{- include "teams-availability.container.common" (list $root $enricher.image) | nindent 4 }}
    {{ .entry }}:
      {{- toYaml .words | nindent 6 }}
    env:
      {{- include "teams-availability.env" (list $root $enricher (include "teams-availability.operations.env" $root)) | nindent 6 }}
    resources:
      {{- toYaml $root.Values.operations.resources | nindent 6 }}
    volumeMounts:
      - name: tmp
        mountPath: /tmp
      {{- include "teams-availability.lines" (list 6 (include "teams-availability.kafka.mounts" $who)) }}
      {{- include "teams-availability.lines" (list 6 (include "teams-availability.ca.mount" (list "schema-registry" $root.Values.schemaRegistry.ca))) }}
      {{- include "teams-availability.lines" (list 6 (include "teams-availability.extra.mounts" $enricher)) }}
volumes:
  - name: tmp
    emptyDir: {}
  {{- include "teams-availability.lines" (list 2 (include "teams-availability.kafka.volumes" $who)) }}
  {{- include "teams-availability.lines" (list 2 (include "teams-availability.ca.volume" (list "schema-registry" $root.Values.schemaRegistry.ca))) }}
  {{- include "teams-availability.lines" (list 2 (include "teams-availability.extra.volumes" $enricher)) }}
{{- end }}

{{/* A Job of one such pod: the same, with "hook" */}}
{{- define "teams-availability.operations.job" -}}
apiVersion: batch/v1
kind: Job
metadata:
  {{- include "teams-availability.metadata" (list .root "operations" .name) | nindent 2 }}
  annotations:
    helm.sh/hook: {{ .hook }}
    helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
spec:
  backoffLimit: 6
  activeDeadlineSeconds: {{ .root.Values.operations.deadlineSeconds }}
  template:
    metadata:
      labels:
        {{- include "teams-availability.labels" (list .root "operations" .root.Values.operations.podLabels) | nindent 8 }}
      {{- with .root.Values.operations.podAnnotations }}
      annotations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
    spec:
      {{- include "teams-availability.operations.pod" . | nindent 6 }}
{{- end }}
