{{/* A pod that runs one command of the enricher's image: (dict "root" . "name" NAME "args" ARGS) */}}
{{- define "operations.pod" -}}
{{- $root := .root -}}
{{- $who := list $root $root.Values.operations.kafkaIdentity -}}
{{- $enricher := $root.Values.enricher -}}
{{- include "pod.common" (list $root "operations") }}
{{- include "lines" (list 0 (include "pod.placement" $enricher)) }}
restartPolicy: Never
containers:
  - name: {{ .name }}
    {{- include "container.common" (list $root $enricher.image) | nindent 4 }}
    args:
      {{- toYaml .args | nindent 6 }}
    env:
      - name: REPLICATION_FACTOR
        value: {{ $root.Values.kafka.replicationFactor | quote }}
      - name: MIN_INSYNC_REPLICAS
        value: {{ $root.Values.kafka.minInsyncReplicas | quote }}
      {{- include "kafka.env" $who | nindent 6 }}
      {{- include "lines" (list 6 (include "env.service" (list $root $enricher))) }}
    resources:
      {{- toYaml $root.Values.operations.resources | nindent 6 }}
    volumeMounts:
      - name: tmp
        mountPath: /tmp
      {{- include "lines" (list 6 (include "kafka.mounts" $who)) }}
      {{- include "lines" (list 6 (include "extra.mounts" $enricher)) }}
volumes:
  - name: tmp
    emptyDir: {}
  {{- include "lines" (list 2 (include "kafka.volumes" $who)) }}
  {{- include "lines" (list 2 (include "extra.volumes" $enricher)) }}
{{- end }}

{{/* A Job of one such pod: the same, with "hook" */}}
{{- define "operations.job" -}}
apiVersion: batch/v1
kind: Job
metadata:
  {{- include "metadata" (list .root "operations" .name) | nindent 2 }}
  annotations:
    helm.sh/hook: {{ .hook }}
    helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
spec:
  backoffLimit: 6
  activeDeadlineSeconds: {{ .root.Values.operations.deadlineSeconds }}
  template:
    metadata:
      labels:
        {{- include "labels" (list .root "operations") | nindent 8 }}
    spec:
      {{- include "operations.pod" . | nindent 6 }}
{{- end }}
