{{/* Egress rules by the names of networkPolicy.egress: (list . NAME…) */}}
{{- define "teams-availability.egress" -}}
{{- $root := first . -}}
{{- range $name := rest . }}
{{- $destination := get $root.Values.networkPolicy.egress $name }}
{{- $found := include "teams-availability.egress.ports" (list $root $name) | fromJsonArray }}
{{- $ports := $destination.ports | default $found }}
{{- if eq $name "https" }}{{ $ports = concat $ports $found | uniq }}{{ end }}
- ports:
    {{- range $ports }}
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
{{- $url := urlParse $root.Values.schemaRegistry.url -}}
{{- $ports = append $ports (regexFind "[0-9]+$" (regexFind ":[0-9]+$" $url.host) | default (eq $url.scheme "https" | ternary 443 80) | int) -}}
{{- else if eq (last .) "https" -}}
{{- with $root.Values.kafka.sasl.oauth.tokenEndpoint -}}
{{- $url := urlParse . -}}
{{- $ports = append $ports (regexFind "[0-9]+$" (regexFind ":[0-9]+$" $url.host) | default (eq $url.scheme "https" | ternary 443 80) | int) -}}
{{- end -}}
{{- else if eq (last .) "database" -}}
{{- $hosts := regexReplaceAll "^jdbc:postgresql://([^/?]+).*$" $root.Values.database.url "${1}" -}}
{{- range splitList "," $hosts -}}
{{- $ports = append $ports (regexFind "[0-9]+$" (regexFind ":[0-9]+$" .) | default 5432 | int) -}}
{{- end -}}
{{- end -}}
{{- $ports | uniq | toJson -}}
{{- end }}

{{/* Peers by names of namespaces and as they are. */}}
{{- define "teams-availability.peers" -}}
{{- range .namespaces }}
- namespaceSelector:
    matchLabels:
      kubernetes.io/metadata.name: {{ . }}
{{- end }}
{{- with .peers }}
{{ toYaml . }}
{{- end }}
{{- end }}
