{{/* Egress rules by the names of networkPolicy.egress, then those that are added: (list . NAME…) */}}
{{- define "teams-availability.egress" -}}
{{- $root := first . -}}
{{- range $name := rest . }}
{{- $destination := get $root.Values.networkPolicy.egress $name }}
- ports:
    {{- range $destination.ports | default (include "teams-availability.egress.ports" (list $root $name) | fromJsonArray) }}
    - port: {{ . }}
      protocol: TCP
    {{- if eq $name "dns" }}
    - port: {{ . }}
      protocol: UDP
    {{- end }}
    {{- end }}
  {{- with $destination.peers }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- with $root.Values.networkPolicy.egress.extra }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Out to Kafka and the registry, and nothing in: (list . COMPONENT) */}}
{{- define "teams-availability.operations.policy" -}}
podSelector:
  matchLabels:
    {{- include "teams-availability.selector" . | nindent 4 }}
policyTypes:
  - Ingress
  - Egress
egress:
  {{- include "teams-availability.lines" (list 2 (include "teams-availability.egress" (list (first .) "dns" "kafka" "schemaRegistry" "https"))) }}
{{- end }}

{{/* The ports of the addresses in the values, as JSON: (list . NAME) */}}
{{- define "teams-availability.egress.ports" -}}
{{- $root := first . -}}
{{- $ports := list -}}
{{- if eq (last .) "kafka" -}}
{{- range splitList "," $root.Values.kafka.bootstrapServers -}}
{{- $ports = append $ports (regexFind "[0-9]+$" (trim .) | int) -}}
{{- end -}}
{{- else if eq (last .) "schemaRegistry" -}}
{{- $ports = append $ports (include "teams-availability.url.port" $root.Values.schemaRegistry.url | int) -}}
{{- else if eq (last .) "https" -}}
{{- $ports = append $ports 443 -}}
{{- $urls := list $root.Values.kafka.sasl.oauth.tokenEndpoint -}}
{{- range $root.Values.microsoft }}{{ $urls = concat $urls (list .loginUrl .graphUrl) }}{{ end -}}
{{- range compact $urls }}{{ $ports = append $ports (include "teams-availability.url.port" . | int) }}{{ end -}}
{{- else -}}
{{- $hosts := regexReplaceAll "^jdbc:postgresql://([^/?]+).*$" $root.Values.database.url "${1}" -}}
{{- range splitList "," $hosts -}}
{{- $ports = append $ports (regexFind "[0-9]+$" (regexFind ":[0-9]+$" .) | default 5432 | int) -}}
{{- end -}}
{{- end -}}
{{- $ports | uniq | toJson -}}
{{- end }}

{{- define "teams-availability.url.port" -}}
{{- $url := urlParse . -}}
{{- regexFind "[0-9]+$" (regexFind ":[0-9]+$" $url.host) | default (eq $url.scheme "https" | ternary 443 80) -}}
{{- end }}

{{/* Who is let in, in words: networkPolicy.api or networkPolicy.metrics */}}
{{- define "teams-availability.admitted" -}}
{{- $who := list -}}
{{- with .namespaces }}{{ $who = append $who (printf "the namespaces %s" (join ", " .)) }}{{ end -}}
{{- with .peers }}{{ $who = append $who "its peers" }}{{ end -}}
{{- $who | join " and " | default "nobody" -}}
{{- end }}

{{/* Peers by names of namespaces and as they are. */}}
{{- define "teams-availability.peers" -}}
{{- range .namespaces }}
- namespaceSelector:
    matchLabels:
      kubernetes.io/metadata.name: {{ . | quote }}
{{- end }}
{{- with .peers }}
{{ toYaml . }}
{{- end }}
{{- end }}
