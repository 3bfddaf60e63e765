using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Pages.Disclosure;
using Livelihood.Platform.Agencies;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

public sealed class RequestFormReaderTests
{
    private static readonly Agency Office = new() { Id = "SMX-ZFB", Name = "三门峡市人民政府办公室", ShortName = "市政府办公室" };

    private static RequestForm Right() => new()
    {
        Agency = "SMX-ZFB",
        Subject = " 公路  养护\t经费 ",
        Form = WantedForm.Electronic,
        Delivery = DeliveryWay.PickUp,
        Name = "阿依古丽·买买提",
        IdentityKind = IdentityDocumentKind.ResidentCard,
        IdentityNumber = "41120019800101002x",
        Phone = "138 0000 1234",
    };

    private static IReadOnlyList<(string Field, string Message)> Mistakes(Action<RequestForm> change)
    {
        var form = Right();
        change(form);
        var reader = new RequestFormReader(form, [Office], new DateOnly(2026, 3, 2));
        Assert.Null(reader.Read());
        return reader.Mistakes;
    }

    [Fact]
    public void R_29a_A_right_form_becomes_a_request_in_normal_form()
    {
        var request = new RequestFormReader(Right(), [Office], new DateOnly(2026, 3, 2)).Read()!;
        Assert.Equal("公路 养护 经费", request.Wanted.Subject);
        Assert.Equal("41120019800101002X", request.Requester.DocumentNumber);
        Assert.Equal("13800001234", request.Requester.Phone);
        Assert.Equal(RequesterKind.Natural, request.Requester.Kind);
    }

    [Fact]
    public void R_29a_No_purpose_is_asked_for() =>
        Assert.DoesNotContain(typeof(RequestForm).GetProperties(), property => property.Name.Contains("Purpose") || property.Name.Contains("Reason"));

    [Fact]
    public void An_empty_form_tells_each_field_once_in_the_order_of_the_page()
    {
        var reader = new RequestFormReader(new RequestForm(), [Office], new DateOnly(2026, 3, 2));
        Assert.Null(reader.Read());
        Assert.Equal(["Agency", "Subject", "Form", "Delivery", "Name", "IdentityKind", "Phone"], reader.Mistakes.Select(mistake => mistake.Field));
    }

    [Theory]
    [InlineData("，。？")]
    [InlineData("——（）")]
    [InlineData("🙂")]
    public void Signs_alone_say_nothing_of_what_is_wanted(string signs)
    {
        Assert.Equal(["Subject"], Mistakes(form => form.Subject = signs).Select(mistake => mistake.Field));
        Assert.Equal(["Description"], Mistakes(form => form.Description = signs).Select(mistake => mistake.Field));
        var brief = Right();
        (brief.Subject, brief.Description) = ("5", "𠮷");
        Assert.NotNull(new RequestFormReader(brief, [Office], new DateOnly(2026, 3, 2)).Read());
    }

    [Theory]
    [InlineData("(张三)1", "有“(”")]
    [InlineData("张三1", "有数字“1”")]
    [InlineData("张三②", "有数字“②”")]
    [InlineData("1", "没有文字")]
    [InlineData("（）·", "没有文字")]
    [InlineData("王", "只有一个字")]
    [InlineData("A1", "有数字“1”")]
    [InlineData("张三🙂", "有“🙂”")]
    public void R_29a_Figures_brackets_and_single_letters_are_told_where_a_person_is_named(string typed, string told)
    {
        var mistake = Assert.Single(Mistakes(form => form.Name = typed));
        Assert.Equal("Name", mistake.Field);
        Assert.Contains(told, mistake.Message);
        Assert.Contains(told, Assert.Single(Mistakes(form => (form.Organisation, form.Kind, form.Name, form.ContactPerson, form.IdentityKind, form.IdentityNumber)
            = (true, RequesterKind.Other, "第1（甲）社", typed, IdentityDocumentKind.OtherOrganisational, "X1"))).Message);
    }

    [Theory]
    [InlineData("张三")]
    [InlineData("欧阳震华")]
    [InlineData("阿依古丽·买买提")]
    [InlineData("迪丽热巴•迪力木拉提")]
    [InlineData("𠮷田㼆")]
    [InlineData("李〇")]
    [InlineData("王\uE82D")]
    [InlineData("张⿰亻善")]
    [InlineData("Seán O’Brien-Smith, Jr.")]
    [InlineData("Nguyễn Thị Ánh")]
    [InlineData("नरेन्द्र")]
    [InlineData("محمد علي")]
    public void R_29a_Names_of_all_scripts_and_rare_characters_are_names(string typed)
    {
        var form = Right();
        form.Name = typed;
        Assert.NotNull(new RequestFormReader(form, [Office], new DateOnly(2026, 3, 2)).Read());
    }

    [Fact]
    public void R_29b_The_office_writes_a_name_as_the_letter_is_signed()
    {
        var form = Right();
        form.Name = "王（3号楼）";
        Assert.NotNull(new RequestFormReader(form, [Office], new DateOnly(2026, 3, 2), isForStaff: true).Read());
    }

    [Fact]
    public void What_depends_on_another_answer_is_asked_for()
    {
        Assert.Contains(Mistakes(form => form.Delivery = DeliveryWay.Email), mistake => mistake.Field == "Email");
        Assert.Contains(Mistakes(form => form.Delivery = DeliveryWay.Post), mistake => mistake.Field == "Address");
        Assert.Contains(Mistakes(form => { form.Form = WantedForm.Paper; form.Delivery = DeliveryWay.Email; form.Email = "a@example.com"; }), mistake => mistake.Field == "Delivery");
        Assert.Contains(Mistakes(form => form.Phone = null), mistake => mistake.Field == "Phone");
        Assert.Equal(["Kind", "ContactPerson", "IdentityKind"], Mistakes(form => form.Organisation = true).Select(mistake => mistake.Field));
    }

    [Fact]
    public void Too_much_text_is_told_with_both_numbers()
    {
        var mistake = Assert.Single(Mistakes(form => form.Description = new string('字', 2001)));
        Assert.Equal("特征描述不能超过2000个字，现在有2001个字", mistake.Message);
    }

    [Fact]
    public void Characters_that_no_database_takes_are_dropped()
    {
        var form = Right();
        (form.Subject, form.Description) = ("甲\0乙", "第一行\r\n第二行\0\u0007");
        var request = new RequestFormReader(form, [Office], new DateOnly(2026, 3, 2)).Read()!;
        Assert.Equal("甲 乙", request.Wanted.Subject);
        Assert.Equal("第一行\n第二行", request.Wanted.Description);
    }

    [Fact]
    public void A_tab_is_a_space_and_a_name_of_rare_characters_a_name_and_full_width_is_read()
    {
        var form = Right();
        (form.Description, form.Name, form.Email, form.Postcode) = ("甲\t乙", "𠮷𠀀", "ｎａｍｅ＠ｅｘａｍｐｌｅ．ｃｏｍ", "４７２０００");
        var request = new RequestFormReader(form, [Office], new DateOnly(2026, 3, 2)).Read()!;
        Assert.Equal("甲 乙", request.Wanted.Description);
        Assert.Equal(("𠮷𠀀", "name@example.com", "472000"), (request.Requester.Name, request.Requester.Email, request.Requester.Postcode));
        Assert.Contains(Mistakes(typed => typed.Name = "123"), mistake => mistake.Field == "Name");
    }

    [Fact]
    public void Every_field_is_asked_for_by_one_question_and_every_question_has_words()
    {
        var asked = Enum.GetValues<FilingQuestion>().SelectMany(FilingQuestions.FieldsOf).ToList();
        var fields = typeof(RequestForm).GetProperties().Where(property => property.CanWrite).Select(property => property.Name);
        Assert.Equal(fields.Except(["Key", "Opened", "Homepage"]).Append("Papers").Order(), asked.Order());
        foreach (var question in Enum.GetValues<FilingQuestion>())
        {
            Assert.All(FilingQuestions.FieldsOf(question), field => Assert.Equal(question, FilingQuestions.Of(field)));
            Assert.NotEmpty(FilingQuestions.TitleOf(question, new()));
            Assert.Equal(question, FilingQuestions.Before(question) is { } before ? FilingQuestions.After(before) : FilingQuestion.Matter);
        }

        Assert.Equal("第3步，共12步", FilingQuestions.PlaceOf(FilingQuestion.Wanted));
        Assert.Equal("第12步，共12步", FilingQuestions.PlaceOfCheck);
    }

    [Fact]
    public void Every_field_travels_through_the_check_page()
    {
        var form = Right();
        (form.Key, form.Organisation, form.Kind, form.Help) = ("k", true, RequesterKind.Research, "大字");
        var fields = form.Fields.ToDictionary(field => field.Name, field => field.Value);
        Assert.Equal("True", fields["Organisation"]);
        Assert.Equal("Research", fields["Kind"]);
        Assert.Equal("大字", fields["Help"]);
        Assert.DoesNotContain("SearchText", fields.Keys);
        Assert.DoesNotContain("Email", fields.Keys);
    }
}
