{{/* A block that may be empty, on lines of its own: (list INDENT TEXT) */}}
{{- define "teams-availability.lines" -}}
{{- $indent := first . -}}
{{- with trim (last .) }}{{ nindent $indent . }}{{ end -}}
{{- end }}

{{- define "teams-availability.name" -}}
{{- .Values.nameOverride | default .Chart.Name -}}
{{- end }}

{{/*
36 characters leave room for the longest ending within a label of DNS, which has no dots. What is cut off or replaced
is made up for by five characters of a hash: two releases of one namespace would otherwise have the same name.
*/}}
{{- define "teams-availability.fullname" -}}
{{- $name := include "teams-availability.name" . -}}
{{- $full := .Release.Name -}}
{{- if not (contains $name .Release.Name) -}}
{{- $full = printf "%s-%s" .Release.Name $name -}}
{{- end -}}
{{- $plain := $full | replace "." "-" -}}
{{- if or (ne $plain $full) (gt (len $full) 36) -}}
{{- $plain = printf "%s-%s" ($plain | trunc 30 | trimSuffix "-") (sha256sum $full | trunc 5) -}}
{{- end -}}
{{- .Values.fullnameOverride | default $plain -}}
{{- end }}

{{/* What never changes of a release: (list . COMPONENT) */}}
{{- define "teams-availability.selector" -}}
app.kubernetes.io/name: {{ include "teams-availability.name" (first .) | quote }}
app.kubernetes.io/instance: {{ (first .).Release.Name | quote }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{/* (list . COMPONENT), or with further labels, which win over the common ones: (list . COMPONENT LABELS) */}}
{{- define "teams-availability.labels" -}}
{{- $root := first . -}}
{{ include "teams-availability.selector" . }}
app.kubernetes.io/part-of: teams-availability
app.kubernetes.io/version: {{ $root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_" | trunc 63 }}
{{- with merge (dict) (index (append . dict) 2) $root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Of any object: (list . COMPONENT NAME), or with further labels behind */}}
{{- define "teams-availability.metadata" -}}
name: {{ printf "%s-%s" (include "teams-availability.fullname" (first .)) (index . 2) }}
namespace: {{ (first .).Release.Namespace | quote }}
labels:
  {{- include "teams-availability.labels" (list (first .) (index . 1) (index (append . dict) 3)) | nindent 2 }}
{{- end }}

{{/* (list . IMAGE) */}}
{{- define "teams-availability.image" -}}
{{- $common := (first .).Values.image -}}{{- $image := last . -}}
{{- with $image.registry | default $common.registry }}{{ trimSuffix "/" . }}/{{ end -}}
{{- $image.repository -}}
{{- if $image.digest -}}@{{ $image.digest }}{{- else -}}:{{ $image.tag | default $common.tag | default (first .).Chart.AppVersion }}{{- end -}}
{{- end }}

{{/* Where the mapping-service says that it is; empty: its own default. */}}
{{- define "teams-availability.public.url" -}}
{{- if .Values.mappingService.publicUrl -}}
{{- .Values.mappingService.publicUrl | trimSuffix "/" -}}
{{- else if and .Values.ingress.enabled .Values.ingress.tlsSecret -}}
https://{{ .Values.ingress.host }}
{{- end -}}
{{- end }}

{{/* With the CA that is mounted, where the URL names none itself. */}}
{{- define "teams-availability.database.url" -}}
{{- $url := .Values.database.url -}}
{{- $url -}}
{{- if and .Values.database.ca.secret (not (contains "sslrootcert=" $url)) -}}
{{- contains "?" $url | ternary "&" "?" -}}sslrootcert=/etc/teams-availability/database/ca.crt
{{- end -}}
{{- end }}
