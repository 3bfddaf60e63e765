namespace Livelihood.Api.Description;

/// <summary>Examples of answers and bodies for the description; made up, with nobody's name.</summary>
internal static class ApiExamples
{
    private const string Item = """
        "id": "6af2t4eeab9p8j590393ng98qp", "indexNumber": "SMX-ZFB/2026-00012", "title": "怎样在本平台申请公开政府信息",
        "type": "Notice", "typeName": "通知公告", "agency": "SMX-ZFB", "agencyName": "云岭市人民政府办公室", "number": null,
        "date": "2026-03-02", "validity": null, "category": "20-5", "topic": null, "abstract": "平台受理公开申请的步骤。",
        "firstPublishedAt": "2026-03-02T01:30:00+00:00", "publishedAt": "2026-03-02T01:30:00+00:00",
        "url": "https://example.gov.cn/notices/how-to-request", "self": "https://example.gov.cn/api/v1/items/6af2t4eeab9p8j590393ng98qp"
        """;

    private const string Agency = """
        { "id": "SMX-ZFB", "name": "云岭市人民政府办公室", "shortName": "市政府办公室", "parent": "SMX", "documentCodes": ["云政办"],
          "formerNames": [], "acceptsRequests": true, "feed": "https://example.gov.cn/feeds/agencies/SMX-ZFB.atom",
          "self": "https://example.gov.cn/api/v1/agencies/SMX-ZFB" }
        """;

    private const string Pushed = """
        { "id": "4m0s3f2b8x7q1c9d5n6v8k2t0w", "indexNumber": "SMX-KJJ/2026-00003", "title": "关于举办科普活动的通知", "revision": 1,
          "stage": "Draft", "stageText": "草稿", "changed": true, "url": null, "lastStep": null, "parts": null }
        """;

    /// <summary>Examples of an operation's answers by status.</summary>
    public static IEnumerable<(string Status, string Example)> Of(string? operation) => operation switch
    {
        "listItems" => [("200", $$"""{ "items": [ { {{Item}} } ], "next": "https://example.gov.cn/api/v1/items?cursor=MC4xNzcy" }""")],
        "search" => [("200", $$"""
            { "total": 1, "isTotalExact": true, "isPartial": false, "notices": [], "page": 1,
              "results": [ { "item": { {{Item}} }, "passages": [ { "heading": "一、填写", "text": "填写申请表……", "url": "https://example.gov.cn/notices/how-to-request#一、填写" } ] } ],
              "facets": { "type": [ { "value": "Notice", "count": 1 } ], "year": [ { "value": "2026", "count": 1 } ] }, "next": null }
            """)],
        "getItem" => [("200", $$"""
            { {{Item}}, "version": 1, "record": [ { "label": "索引号", "text": "SMX-ZFB/2026-00012" } ], "markdown": "## 一、填写", "html": "<h2 id=\"一、填写\">一、填写</h2>",
              "parts": { "TitlePart": { "Title": "怎样在本平台申请公开政府信息" }, "Notice": { "Kind": { "Text": "公告" } } }, "links": [], "files": [] }
            """)],
        "listTypes" => [("200", """{ "types": [ { "name": "Notice", "displayName": "通知公告", "listed": true, "self": "https://example.gov.cn/api/v1/types/Notice" } ] }""")],
        "getType" => [("200", """
            { "name": "Notice", "displayName": "通知公告", "self": "https://example.gov.cn/api/v1/types/Notice", "parts": [ { "name": "Notice", "schema": null,
              "fields": [ { "name": "Kind", "kind": "TextField", "label": "类别", "required": false, "settings": {} } ] } ] }
            """)],
        "listAgencies" => [("200", $$"""{ "agencies": [ {{Agency}} ] }""")],
        "getAgency" => [("200", Agency)],
        "computeDeadline" => [("200", """
            { "due": "2026-03-11", "provisional": false, "calendar": "2026-1", "steps": [ { "from": "2026-02-06", "to": "2026-03-11", "counted": 20,
              "left": [ { "on": "2026-02-07", "why": "周末" } ], "rule": "R-33a", "text": "2026年2月6日至3月11日计20个工作日……" } ] }
            """)],
        "disclosureFigures" => [("200", """
            { "year": 2026, "allYears": [2026], "agency": null, "asOf": "2026-07-01",
              "total": { "key": "", "name": "合计", "received": 120, "answered": 96, "onTime": 95, "onTimeShare": 98.9, "overdue": 0, "medianWorkingDays": 13.5 },
              "agencies": [ { "key": "SMX-KJJ", "name": "云岭市科学技术局", "received": null, "answered": null, "onTime": null, "onTimeShare": null, "overdue": null, "medianWorkingDays": null } ],
              "outcomes": [ { "key": "r1", "name": "予以公开", "ended": 61, "medianWorkingDays": 12 } ], "years": [] }
            """)],
        "putItem" => [("200", Pushed), ("201", Pushed)],
        "getDraft" or "submitItem" => [("200", Pushed)],
        _ => [],
    };

    /// <summary>An example of what an operation is sent, or null.</summary>
    public static string? BodyOf(string? operation) => operation == "putItem"
        ? """
          { "type": "Notice", "parts": {
              "TitlePart": { "Title": "关于举办科普活动的通知" },
              "Notice": { "Kind": { "Text": "通知" }, "ValidUntil": { "Value": "2026-06-30" } },
              "DisclosureRecordPart": { "Category": "20-5", "Abstract": "活动的时间、地点和报名办法。" },
              "MarkdownBodyPart": { "Markdown": "各县（市、区）科技主管部门：\n\n……" } } }
          """
        : null;

    /// <summary>What a status means, in Chinese.</summary>
    public static string? TextOf(string status) => status switch
    {
        "200" => "成功",
        "201" => "已新建",
        "400" => "参数或者请求体不对",
        "401" => "没有有效的令牌",
        "403" => "令牌没有这项权限",
        "404" => "没有找到",
        "409" => "现在不能这样修改",
        "412" => "内容已经变了",
        "413" => "请求体太大",
        "422" => "内容不符合要求",
        "429" => "请求太频繁",
        _ => null,
    };
}
