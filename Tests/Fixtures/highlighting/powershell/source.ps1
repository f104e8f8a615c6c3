#Requires -Version 7.0
<#
.SYNOPSIS
    Copies last week's pictures to the archive and reports what was done.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory = $true)]
    [string]$Source,

    [ValidateSet('jpg', 'png', 'webp')]
    [string[]]$Extension = @('jpg', 'png'),

    [int]$Days = 7,
    [switch]$Quiet
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Get-Target {
    param([Parameter(ValueFromPipeline)] [datetime]$Date)
    process {
        Join-Path $env:ARCHIVE ('{0:yyyy}/{0:MM}' -f $Date)
    }
}

$limit = (Get-Date).AddDays(-$Days)
$count = 0
$files = Get-ChildItem -Path $Source -Recurse -File |
    Where-Object { $_.LastWriteTime -gt $limit -and $Extension -contains $_.Extension.TrimStart('.') } |
    Sort-Object LastWriteTime -Descending

foreach ($file in $files) {
    $target = $file.LastWriteTime | Get-Target
    if (-not (Test-Path $target)) {
        New-Item -ItemType Directory -Path $target -Force | Out-Null
    }
    try {
        if ($PSCmdlet.ShouldProcess($file.FullName, 'Copy')) {
            Copy-Item -LiteralPath $file.FullName -Destination $target
            $count++
        }
    } catch [System.IO.IOException] {
        Write-Warning "Cannot copy $($file.Name): $_"
        continue
    } finally {
        Write-Progress -Activity 'Copying' -PercentComplete (100 * $count / $files.Count)
    }
}

$report = [ordered]@{
    Source = $Source
    Copied = $count
    Size   = '{0:N1} MB' -f (($files | Measure-Object Length -Sum).Sum / 1MB)
}
if (!$Quiet) {
    $report.GetEnumerator() | ForEach-Object { Write-Host "$($_.Key)`t$($_.Value)" -ForegroundColor Green }
}
$report | ConvertTo-Json | Set-Content -Path (Join-Path $PSScriptRoot 'report.json') -Encoding utf8
switch ($count) {
    0 { exit 1 }
    { $_ -ge 1000 } { Write-Verbose 'A busy week.' }
    default { return }
}
